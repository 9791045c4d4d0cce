/** A longer text is looked at up to here, so that typing stays quick. */
export const longest = 4000
