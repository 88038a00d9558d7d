package import Performance
package import Quantities

/// One saved draft of a form (表单版本): whose it is, and what was filled in.
package struct FormVersion: Hashable, Sendable {
    package let form: String
    /// 整体 or a project's name.
    package let subject: String
    /// Of the matter: counted on each return.
    package let version: Int
    /// 稿次 within the version, from 1.
    package let draft: Int
    package let savedOn: Day
    package let editor: String
    package let content: FormContent
    package let digest: ContentDigest
}
