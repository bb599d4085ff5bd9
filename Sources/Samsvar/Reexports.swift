@_exported public import SamsvarAlign
@_exported public import SamsvarCheck
@_exported public import SamsvarFormats
@_exported public import SamsvarLexicon
@_exported public import SamsvarModel
@_exported public import SamsvarTerms
@_exported public import SamsvarText
@_exported public import SamsvarTranslate
