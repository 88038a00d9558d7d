package import Quantities

/// A clustered bar chart (簇状柱形图), such as 预算 and 决算 of each item side by side.
///
/// Its values are written as exact text beside their labels; no picture is made.
package struct BarChart: Hashable, Sendable {
    package var title: String
    /// Title of the value axis, such as `万元`.
    package var unit: String
    package var categories: [String]
    package var series: [Series]

    /// One kind of bar (系列): its name and one value for each category; nil draws none.
    package struct Series: Hashable, Sendable {
        package var name: String
        package var values: [ExactDecimal?]

        package init(_ name: String, _ values: [ExactDecimal?]) {
            self.name = name
            self.values = values
        }
    }

    package init(title: String, unit: String, categories: [String], series: [Series]) {
        self.title = title
        self.unit = unit
        self.categories = categories
        self.series = series
    }
}
