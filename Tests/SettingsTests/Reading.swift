import Diagnostics
import Settings

/// Reads a text as a settings file and checks it; the diagnostics come as `line:column code`.
func reading(_ text: String, by schema: Schema, file: String = "s.yaml") -> (fields: Fields?, faults: [String]) {
    var report = Report()
    let source = SourceFile(path: file, bytes: Array(text.utf8))
    let fields = YAMLReader.read(source, reporting: &report).map { schema.check($0, in: source, reporting: &report) }
    return (fields, faults(report))
}

func faults(_ report: Report) -> [String] {
    report.sorted.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code.id)" }
}

/// A schema with a field of every kind.
let sample = Schema([
    Field("title", "标题", .text(limit: 20), required: true),
    Field("date", "日期", .date(years: 2000...2999)),
    Field("order", "顺序", .whole(0...999)),
    Field("distance", "距离", .number(0.1...100)),
    Field("verified", "已核实", .flag),
    Field("kind", "种类", .choice([.init("victim", "受害"), .init("honour", "表扬")])),
    Field("tags", "标签", .list(of: .text(limit: 8), count: 0...3)),
    Field("period", "时间", .group(Schema([Field("from", "起", .date(years: 2000...2999), required: true)]))),
    Field("frames", "图框", .dictionary(of: .group(Schema([Field("take", "取", .text(limit: 9))])))),
    Field("names", "名称", .dictionary(of: .text(limit: 9))),
])
