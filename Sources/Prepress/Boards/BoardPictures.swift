import Artifacts
import Diagnostics
import Drawing
import Edition

/// Of each hung poster, how many sheets it has and what its first sheet looks like.
struct BoardPictures {
    struct Files: Sendable {
        var ref: PosterRef
        var pdf: OutputPath
        var picture: OutputPath
    }

    private var sheets: [String: Int] = [:]
    private var pictures: [String: Bitmap] = [:]

    /// Pixels across; a sheet on the plan is at most 30 mm wide.
    private static let width = 240

    init(_ files: [Files], from needs: Needs) throws {
        var read: [OutputPath: Bitmap] = [:]
        for file in files {
            sheets[file.ref.stem] = try needs.pages(of: file.pdf) ?? 1
            if read[file.picture] == nil {
                var ignored = Report()
                let bitmap = Bitmap.read(
                    try needs.bytes(of: file.picture), path: file.picture.text, at: nil, reporting: &ignored)
                // Pictures in JPEG go into a PDF as they are; others are packed anew, which takes longer than drawing.
                read[file.picture] = bitmap?.photograph(width: Self.width, quality: 88) ?? bitmap
            }
            pictures[file.ref.stem] = read[file.picture]
        }
    }

    func sheets(of poster: PosterContext) -> Int { sheets[poster.ref.stem] ?? 1 }
    func picture(of poster: PosterContext) -> Bitmap? { pictures[poster.ref.stem] }
}
