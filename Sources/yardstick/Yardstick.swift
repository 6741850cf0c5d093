import ArgumentParser
import Foundation
import MetricSpec
import Postgres

/// The command line: the commands stand in the order of the path.
struct Yardstick: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yardstick",
        abstract: "A benchmarking warehouse for cities.",
        discussion: """
            One quarter, from files to a report a mayor can trust:

              init      make a consortium folder
              check     map and check files, without a database
              inbox     answer files that arrive, each with an annotated copy
              load      map, check and store files, every version of every number
              status    who has reported, what is wrong
              query     ask about a figure and keep what is said
              agenda    the paper for the meeting on a period's figures
              certify   note who answers for a city's figures
              peers     whom a city is compared with, and why these
              compare   compare each city with its peers, as a numbered release
              release   freeze it as final, for members or the public
              preview   a city's own standings before members see them
              respond   what a city says about its own figure
              show      one city's standings
              report    pages to open in a browser or print

            Example:
              yardstick demo
            """,
        version: Version.isAsked ? Version.text : Version.program,
        subcommands: [
            InitCommand.self, DemoCommand.self, SpecCommand.self, MapCommand.self,
            CheckCommand.self, AggregateCommand.self, InboxCommand.self, LoadCommand.self,
            WithdrawCommand.self,
            EraseCommand.self, AuditCommand.self, StatusCommand.self, CertifyCommand.self,
            QueryCommand.self, AgendaCommand.self,
            SubmissionsCommand.self, FindingsCommand.self, HistoryCommand.self,
            ExplainCommand.self, PeersCommand.self, CompareCommand.self,
            ReleaseCommand.self, ReleasesCommand.self, PreviewCommand.self, RespondCommand.self,
            ShowCommand.self, LineageCommand.self, ReportCommand.self, DatabaseCommand.self,
        ])
}

/// What this program calls itself.
enum Version {
    static let program = "0.2.0"
    /// The version of what outsiders may rely on: commands, codes, views.
    static let contract = "1"

    /// Whether the command line asks for it: reading the standard takes time
    /// that no other command should spend.
    static var isAsked: Bool { CommandLine.arguments.contains("--version") }

    /// Program, contract and, where it is found, the shipped standard.
    static var text: String {
        var text = "yardstick \(program)\ncontract \(contract)"
        if let root = try? ShareFolder.find(given: nil),
            let standard = try? StandardFolder.read(root.metricsSpec)
        {
            text += "\nstandard \(standard.standard.id) \(standard.standard.version)"
        }
        return text
    }
}

@main
enum Main {
    static func main() {
        // First of all: threads inherit which signals are blocked.
        let interruption = Session.interruption
        do {
            var command = try Yardstick.parseAsRoot()
            do {
                try command.run()
            } catch {
                end(error, interruption: interruption)
            }
        } catch {
            Yardstick.exit(withError: error)
        }
    }

    /// Ends the program with the exit code that an error has.
    private static func end(_ error: any Error, interruption: Interruption) -> Never {
        if let signal = interruption.signal {
            Console.error("yardstick: interrupted; what was not committed is not stored.")
            Foundation.exit(128 + signal)
        }
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        // Help that was asked for, and usage errors, are the parser's to word.
        let code = Yardstick.exitCode(for: error)
        if code == .success {
            Console.line(HelpText.withExampleLast(Yardstick.fullMessage(for: error)))
            Foundation.exit(code.rawValue)
        }
        if code == .validationFailure { Yardstick.exit(withError: error) }
        Console.error("yardstick: \(error)")
        Foundation.exit(Outcome.cannotGoOn.rawValue)
    }
}

/// The exit codes of CONTRACT.md.
enum Outcome: Int32, Comparable {
    /// All accepted, nothing to do, or done.
    case done = 0
    /// At least one value or file was rejected; everything else was done.
    case rejections = 1
    /// Could not go on.
    case cannotGoOn = 2

    static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }

    /// Ends the command with this code, unless all is well.
    func finish() throws {
        if self != .done { throw ExitCode(rawValue) }
    }
}

/// What stops a command and is nobody else's error.
struct CommandError: Error, CustomStringConvertible {
    /// What is wrong, expected, and to do.
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
