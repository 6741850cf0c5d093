extension StripPlot {
    /// The middle of the strip, in text heights.
    private static let middle = 2.35

    // Colours and sizes stand in attributes too, for printers that do not apply
    // a page's style to its pictures: 8.2 is the text's height on paper in px.

    private var color: String {
        switch emphasis {
        case .best: "#28A197"
        case .worst: "#801650"
        case .neutral, .none: "#12436D"
        }
    }

    /// The picture; its title comes first, so that it is read first.
    var svg: HTML {
        """
        <svg role="img" class="strip" width="100%" height="4.8em" font-size="8.2"><title>\(title)</title>\
        <line class="axis" x1="0" x2="100%" y1="2.35em" y2="2.35em" stroke="#767676"/>\
        \(bandShape)\(targetShape)\
        <g class="dots\(isCrowded ? " many" : "")" fill="#767676">\(dots.map(shape))</g>\
        \(medianShape)\(ends.map(endShape))\(cityShape)</svg>
        """
    }

    /// Many dots are smaller and let others shine through.
    private var isCrowded: Bool { dots.count > 60 }

    private var bandShape: HTML {
        guard let band else { return "" }
        return """
            <rect class="band" x="\(Coordinate(band.lowerBound))%" y="1.45em" \
            width="\(Coordinate(band.upperBound - band.lowerBound))%" height="1.8em" \
            rx="2" fill="#12436D" fill-opacity="0.14"/>
            """
    }

    private var targetShape: HTML {
        guard let target else { return "" }
        return """
            <rect class="target" x="\(Coordinate(target.lowerBound))%" y="3.3em" \
            width="\(Coordinate(target.upperBound - target.lowerBound))%" height="0.18em" \
            fill="#28A197"/>
            """
    }

    private func shape(_ dot: Dot) -> HTML {
        let step = Double((dot.lane + 1) / 2) * 0.36
        let y = Self.middle + (dot.lane.isMultiple(of: 2) ? step : -step)
        let radius = Coordinate(isCrowded ? 0.2 : 0.28)
        let rim: HTML = dot.isBeyond ? " class=\"beyond\" fill=\"none\" stroke=\"#767676\"" : ""
        return """
            <circle cx="\(Coordinate(dot.position))%" cy="\(Coordinate(y))em" r="\(radius)em"\
            \(rim)><title>\(dot.name)</title></circle>
            """
    }

    private var medianShape: HTML {
        guard let median else { return "" }
        return """
            <line class="median" x1="\(Coordinate(median.target))%" y1="1.3em" \
            x2="\(Coordinate(median.target))%" y2="3.4em" stroke="#3D3D3D" stroke-width="2"/>\
            \(words(median, y: 4.4, kind: "median-words"))
            """
    }

    private func endShape(_ label: StripLabel) -> HTML {
        words(label, y: 4.4, kind: "end-words")
    }

    private var cityShape: HTML {
        guard let city else {
            return absence.map { "<text class=\"absence\" x=\"0\" y=\"0.90em\">\($0)</text>" } ?? ""
        }
        let look: HTML =
            isCompared
            ? "\(emphasis.rawValue)\" fill=\"\(color)\""
            : "hollow\" fill=\"#fff\" stroke=\"\(color)\""
        return """
            <g class="city \(look)>\
            <line x1="\(Coordinate(city.target))%" y1="1.1em" x2="\(Coordinate(city.target))%" \
            y2="2.35em" stroke="\(color)" stroke-width="1.5"/>\
            <rect x="\(Coordinate(city.target))%" y="1.9em" width="0.9em" height="0.9em" \
            transform="translate(-3.7 0)"/></g>\
            \(words(city, y: 0.9, kind: "city-words"))
            """
    }

    private func words(_ label: StripLabel, y: Double, kind: String) -> HTML {
        """
        <text class="\(kind)" x="\(Coordinate(label.position))%" y="\(Coordinate(y))em" \
        text-anchor="\(label.anchor.rawValue)">\(label.text)</text>
        """
    }
}
