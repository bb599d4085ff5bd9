public import SamsvarModel
import SamsvarText

/// The style sheet and script that a page carries in itself.
public struct PageAssets: Sendable {
  /// The style sheet.
  public let style: String
  /// The script.
  public let script: String

  /// Assets of a folder with `page.css` and `page.js`.
  ///
  /// - Throws: `InputError` when one is missing.
  public init(directory: String) throws(InputError) {
    style = String(decoding: try FileBytes.read("\(directory)/page.css"), as: UTF8.self)
    script = String(decoding: try FileBytes.read("\(directory)/page.js"), as: UTF8.self)
  }

  /// The assets installed beside the program.
  ///
  /// - Throws: `InputError` when there are none.
  public static func installed() throws(InputError) -> PageAssets {
    guard let path = DataLocation.find("Pages", room: "SamsvarFormats") else {
      throw InputError(
        "no page assets found; set SAMSVAR_DATA to the folder that holds them",
        at: SourcePosition(file: "Pages"))
    }
    return try PageAssets(directory: path)
  }
}
