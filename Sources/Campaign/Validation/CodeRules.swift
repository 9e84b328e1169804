import Diagnostics
import Imaging
import Settings

/// The picture of an account's code is printed by the thousand: it must be one that telephones read.
enum CodeRules {
    static func check(_ picture: Picture, named path: Located, in file: SourceFile, reporting report: inout Report) {
        var arguments: [String: Wording] = ["path": .init(path.text)]
        switch CodePicture.read(picture.bytes) {
        case .code: break
        case .broken: report.add(.codePictureBroken, in: file, at: path.span, arguments)
        case .none: report.add(.codeNotFound, in: file, at: path.span, arguments)
        case .several(let count):
            arguments["count"] = .init("\(count)")
            report.add(.severalCodes, in: file, at: path.span, arguments)
        case .wrongSize(let width, let height):
            arguments["width"] = .init("\(width)")
            arguments["height"] = .init("\(height)")
            arguments["least"] = .init("\(CodePicture.leastSide)")
            arguments["most"] = .init("\(CodePicture.mostSide)")
            report.add(.codePictureSize, in: file, at: path.span, arguments)
        }
    }
}
