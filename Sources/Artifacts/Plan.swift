internal import Diagnostics

/// The artifacts of a build, checked and put in order.
struct Plan: Sendable {
    let artifacts: [Artifact]
    /// The indices of each artifact's needs.
    let needs: [[Int]]
    /// What this build makes or keeps, in the order in which it was given: what the options select, and what that needs.
    let selection: [Int]
    /// Those of the selection that the options do not name: they are made because others need them.
    let forOthers: Set<Int>
    /// The selection, each after its needs.
    let order: [Int]
    /// The places of all artifacts, selected or not.
    let places: [OutputPath: Int]

    /// Throws every fault at once.
    init(_ artifacts: [Artifact], options: PublishOptions) throws(PublishFailure) {
        self.artifacts = artifacts
        var faults = PathRegister.conflicts(among: artifacts)
        let places = Dictionary(
            artifacts.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        var needs: [[Int]] = Array(repeating: [], count: artifacts.count)
        for (index, artifact) in artifacts.enumerated() {
            for need in artifact.needs {
                if let place = places[need] {
                    needs[index].append(place)
                } else {
                    faults.append(
                        .brokenPlan(
                            artifact.path,
                            .init("它需要的“\(need.text)”没有人生成", "nothing makes “\(need.text)”, which it needs")))
                }
            }
        }
        let wanted = artifacts.indices.filter { options.selects(artifacts[$0].path, of: artifacts[$0].share) }
        // The order of everything, so that a cycle is found whatever the options select.
        let (all, cycle) = Self.order(of: Array(artifacts.indices), needs: needs)
        if let cycle {
            faults.append(.brokenPlan(artifacts[cycle].path, .init("它最终需要它自己", "it needs itself in the end")))
        }
        if !faults.isEmpty { throw PublishFailure(diagnostics: faults) }
        self.needs = needs
        self.places = places
        order = wanted.count == artifacts.count ? all : Self.order(of: wanted, needs: needs).order
        selection = order.sorted()
        forOthers = wanted.count == artifacts.count ? [] : Set(selection).subtracting(wanted)
    }

    /// Depth first without recursion, because chains may be long. The cycle is one of its members.
    private static func order(of wanted: [Int], needs: [[Int]]) -> (order: [Int], cycle: Int?) {
        enum Mark { case new, open, done }
        var marks = Array(repeating: Mark.new, count: needs.count)
        var order: [Int] = []
        order.reserveCapacity(wanted.count)
        var path: [(index: Int, next: Int)] = []
        for start in wanted where marks[start] == .new {
            path.append((start, 0))
            marks[start] = .open
            while let (index, next) = path.last {
                if next == needs[index].count {
                    marks[index] = .done
                    order.append(index)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let need = needs[index][next]
                switch marks[need] {
                case .open: return (order, need)
                case .new:
                    marks[need] = .open
                    path.append((need, 0))
                case .done: break
                }
            }
        }
        return (order, nil)
    }

    /// Which artifacts keep the files that earlier builds made: those that are selected or were asked for before, and all that
    /// these need.
    func held(by records: [Record], _ selected: [Bool]) -> [Bool] {
        var held = selected
        var open = records.compactMap { $0.isForOthers ? nil : places[$0.path] }
        while let index = open.popLast() {
            if held[index] { continue }
            held[index] = true
            open += needs[index]
        }
        return held
    }

    /// For each artifact, the number of artifacts in the longest chain that waits for it.
    func heights() -> [Int] {
        var heights = Array(repeating: 0, count: artifacts.count)
        for index in order.reversed() {
            for need in needs[index] { heights[need] = max(heights[need], heights[index] + 1) }
        }
        return heights
    }
}

extension OutputPath {
    /// The text in small letters. Most paths are so already, and asking costs less than writing them anew.
    fileprivate var foldedText: String {
        let isFolded = text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
        return isFolded ? text : text.lowercased()
    }
}

/// Finds paths that cannot stand in one folder, not even on a system that ignores case.
private struct PathRegister {
    private var files: [String: OutputPath] = [:]
    private var folders: [String: OutputPath] = [:]

    static func conflicts(among artifacts: [Artifact]) -> [Diagnostic] {
        var register = PathRegister()
        var faults: [Diagnostic] = []
        register.files.reserveCapacity(artifacts.count)
        for artifact in artifacts {
            let key = artifact.path.foldedText
            if let other = register.files.updateValue(artifact.path, forKey: key) {
                faults.append(.duplicatePath(artifact.path, other))
            }
        }
        var last: Substring = ""
        for artifact in artifacts where artifact.path.folder != last {
            last = artifact.path.folder
            if let file = register.fileAmongFolders(of: artifact.path) {
                faults.append(.duplicatePath(artifact.path, file))
            }
        }
        return faults
    }

    /// A file whose path is one of the folders that another path lies in.
    private mutating func fileAmongFolders(of path: OutputPath) -> OutputPath? {
        var folder = path.folder.lowercased()
        while !folder.isEmpty, folders.updateValue(path, forKey: folder) == nil {
            if let file = files[folder] { return file }
            folder = String(folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { folder[..<$0] } ?? "")
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func duplicatePath(_ path: OutputPath, _ other: OutputPath) -> Diagnostic {
        Diagnostic(.duplicatePath, at: nil, ["path": Wording(path.text), "other": Wording(other.text)])
    }

    static func brokenPlan(_ path: OutputPath, _ reason: Wording) -> Diagnostic {
        Diagnostic(.brokenPlan, at: nil, ["path": Wording(path.text), "reason": reason])
    }
}
