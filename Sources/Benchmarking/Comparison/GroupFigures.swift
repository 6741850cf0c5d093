/// The statistics of a list on their way into columns; not a number where
/// undefined, which the columns turn into absence.
struct GroupFigures {
    var mean = Double.nan
    var groupValue = Double.nan
    var median = Double.nan
    var lowerQuartile = Double.nan
    var upperQuartile = Double.nan
    var minimum = Double.nan
    var maximum = Double.nan
    var standardDeviation = Double.nan
    var coverage = Double.nan
}
