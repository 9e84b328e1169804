package import Diagnostics
import Yams

/// Reads YAML into located values. Bounded in everything that an author could overdo: size, depth, and references,
/// which settings of ours never need.
package enum YAMLReader {
    /// A settings file as a whole, such as campaign.yaml. Nil when it cannot be read at all, which has been reported.
    package static func read(_ file: SourceFile, reporting report: inout Report) -> Setting? {
        read(file, in: 0..<file.bytes.count, reporting: &report)
    }

    /// The lines between the two `---` of a front matter, or a whole file.
    package static func read(_ file: SourceFile, in range: Range<Int>, reporting report: inout Report) -> Setting? {
        if let entries = FlatScanner.entries(of: file.bytes, in: range) {
            return Setting(.map(entries), at: Span(start: range.lowerBound, length: 0))
        }
        guard YAMLBounds.hold(for: file, in: range, reporting: &report) else { return nil }
        return compose(file, in: range, reporting: &report)
    }

    /// Noncharacters that stand for the first character of a renamed key, one a round, so that renamed keys never clash.
    fileprivate static let renamings = (0xFDD1...0xFDE4 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)

    /// Yams gives up at the first key that stands twice. The first of the two is then renamed, in a copy and without
    /// moving anything, and the file is read again: so the rest of the file is checked in the same run. The renamed
    /// key's entry is dropped, and the one that stands last counts.
    private static func compose(
        _ file: SourceFile, in range: Range<Int>, reporting report: inout Report
    ) -> Setting? {
        var scalars = Array(String(decoding: file.bytes[range], as: UTF8.self).unicodeScalars)
        let firstLine = file.place(ofByte: range.lowerBound).line
        for round in 0..<renamings.count {
            do {
                var text = String.UnicodeScalarView()
                text.append(contentsOf: scalars)
                // What a scalar means is for the schema to say: the parser's guesses cost a regular expression each.
                let parser = try Parser(yaml: String(text), resolver: .basic, encoding: .utf8)
                guard let node = try parser.singleRoot() else {
                    return Setting(.map([]), at: Span(start: range.lowerBound, length: 0))
                }
                var conversion = NodeConversion(file: file, firstLine: firstLine)
                // Nodes know their anchors only as long as the parser lives.
                let setting = withExtendedLifetime(parser) { conversion.setting(of: node) }
                if case .text = setting.value, YAMLFaults.reportSlips(in: file, range: range, to: &report) {
                    return nil
                }
                report.add(contentsOf: conversion.report.diagnostics)
                return setting
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let start = byte(of: context.mark, in: file, firstLine: firstLine)
                report.add(
                    .duplicateField, in: file, at: Span(start: start, length: names[0].utf8.count),
                    ["field": .init(names[0])])
                rename(at: context.mark, in: &scalars, to: renamings[round])
            } catch {
                YAMLFaults.report(error, in: file, range: range, firstLine: firstLine, to: &report)
                return nil
            }
        }
        return nil
    }

    private static func rename(at mark: Mark, in scalars: inout [Unicode.Scalar], to renaming: Unicode.Scalar) {
        var index = 0
        var line = 1
        while line < mark.line, index < scalars.count {
            if scalars[index] == "\n" { line += 1 }
            index += 1
        }
        index += mark.column - 1
        while index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
        if index < scalars.count { scalars[index] = renaming }
    }

    static func byte(of mark: Mark?, in file: SourceFile, firstLine: Int) -> Int {
        guard let mark else { return 0 }
        return file.place(line: firstLine + mark.line - 1, column: mark.column).byte
    }
}

/// Turns the parser's nodes into our values; what we do not support is reported once and left out.
private struct NodeConversion {
    let file: SourceFile
    let firstLine: Int
    var report = Report()

    init(file: SourceFile, firstLine: Int) {
        self.file = file
        self.firstLine = firstLine
    }

    mutating func setting(of node: Node) -> Setting {
        let start = YAMLReader.byte(of: node.mark, in: file, firstLine: firstLine)
        if node.anchor != nil {
            report.add(.yamlReference, in: file, at: Span(start: start, length: 1))
            // A group could hold itself; a text is harmless, and leaving it out would look like a second fault.
            if node.scalar == nil { return Setting(.nothing, at: Span(start: start, length: 1)) }
        }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            let span = span(of: scalar.string, at: start, isPlain: isPlain)
            return Setting(isPlain && FlatScanner.isNull(scalar.string) ? .nothing : .text(scalar.string), at: span)
        case .sequence(let sequence):
            return Setting(.list(sequence.map { setting(of: $0) }), at: Span(start: start, length: 1))
        case .mapping(let mapping):
            return Setting(.map(mapping.compactMap { entry(of: $0.key, $0.value) }), at: Span(start: start, length: 1))
        case .alias:
            report.add(.yamlReference, in: file, at: Span(start: start, length: 1))
            return Setting(.nothing, at: Span(start: start, length: 1))
        }
    }

    private mutating func entry(of key: Node, _ value: Node) -> Setting.Entry? {
        let start = YAMLReader.byte(of: key.mark, in: file, firstLine: firstLine)
        guard case .scalar(let scalar) = key else {
            report.add(.keyNotText, in: file, at: Span(start: start, length: 1))
            return nil
        }
        if scalar.string.unicodeScalars.contains(where: YAMLReader.renamings.contains) { return nil }
        let span = span(of: scalar.string, at: start, isPlain: scalar.style == .plain)
        return Setting.Entry(key: Located(scalar.string, at: span), value: setting(of: value))
    }

    /// The bytes of a scalar: its text where that stands as it is, else up to the end of the line.
    private func span(of text: String, at start: Int, isPlain: Bool) -> Span {
        let rest = file.bytes[min(start, file.bytes.count)...].prefix { $0 != UInt8(ascii: "\n") }
        let quotes = isPlain ? 0 : 2
        if rest.dropFirst(quotes / 2).starts(with: text.utf8) {
            return Span(start: start, length: text.utf8.count + quotes)
        }
        return Span(start: start, length: rest.count)
    }
}
