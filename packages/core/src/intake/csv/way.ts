/** Whether the engine applies the rows through the public API, or a person imports files in Control Hub. */
export type CsvVia = 'api' | 'control-hub'

/**
 * What is carried out of a file: names of new people and Contact Center licenses alone (NEW-24), or every column as it
 * stands, which only Control Hub can.
 */
export type CsvScope = 'licenses' | 'all-columns'
