import ArgumentParser

@main
struct Bulletin: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bulletin", abstract: "x")
}
