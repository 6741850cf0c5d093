import Benchmarking
import Testing

extension ReferenceCheck {
    /// METHODS.md 10: distances and nearest neighbours.
    static let peers = [
        ReferenceCheck(file: "peers/pair_distances_expected.csv") {
            let names = try ReferenceFile.rows("peers/features_input.csv").map {
                try $0.text("unit")
            }
            let (weighted, plain) = (try space(isWeighted: true), try space(isWeighted: false))
            let rows = try ReferenceFile.rows("peers/pair_distances_expected.csv")
            for row in rows {
                let first = try #require(names.firstIndex(of: try row.text("a")))
                let second = try #require(names.firstIndex(of: try row.text("b")))
                #expect(
                    agrees(
                        weighted.distance(first, second), try row.number("weighted_euclidean_z")))
                #expect(agrees(plain.distance(first, second), try row.number("euclidean_z")))
            }
            return rows.count
        },
        ReferenceCheck(file: "peers/nearest10_weighted_euclidean_z_expected.csv") {
            let names = try ReferenceFile.rows("peers/features_input.csv").map {
                try $0.text("unit")
            }
            let places = try space(isWeighted: true)
            let rows = try ReferenceFile.rows("peers/nearest10_weighted_euclidean_z_expected.csv")
            for (name, rows) in Dictionary(grouping: rows, by: { $0["unit"] ?? "" }) {
                let place = try #require(names.firstIndex(of: name))
                let nearest = places.nearest(to: place, limit: 10)
                #expect(nearest.count == rows.count)
                for row in rows {
                    let order = Int(try row.required("neighbour_order")) - 1
                    #expect(names[nearest[order].place] == (try row.text("peer")))
                    #expect(agrees(nearest[order].distance, try row.number("distance")))
                }
            }
            return rows.count
        },
    ]

    private static func space(isWeighted: Bool) throws -> PeerSpace {
        let features = try ReferenceFile.rows("peers/features_input.csv")
        let weights = try ReferenceFile.rows("peers/weights_input.csv")
        return PeerSpace(
            try weights.map { weight in
                let name = try weight.text("var")
                return PeerVariable(
                    id: name, transform: .identity,
                    weight: isWeighted ? try weight.required("weight") : 1,
                    values: try features.map { try $0.required(name) })
            })
    }
}
