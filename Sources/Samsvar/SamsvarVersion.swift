/// The version of Samsvar.
public enum SamsvarVersion {
  /// The version number, after https://semver.org.
  public static let number = "0.1.0"
}
