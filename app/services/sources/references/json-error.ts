const token =
  /\s*(?:([[{\]},:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y
type Expected = 'value' | 'first-value' | 'first-name' | 'name' | 'colon' | 'end' | 'nothing'

/**
 * Where a text stops being JSON, as an offset. The engine's own message does not always say.
 * @param json a text that JSON.parse refused.
 */
export function jsonErrorAt(json: string): number {
  const open: ('[' | '{')[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    token.lastIndex = at
    const found = token.exec(json)
    const start = at + (/^\s*/.exec(json.slice(at, at + 1000))?.[0].length ?? 0)
    if (!found) return Math.min(start, json.length)
    const [, sign, text] = found
    const after: Expected = open.length > 0 ? 'end' : 'nothing'
    if (sign === '[' || sign === '{') {
      if (expected !== 'value' && expected !== 'first-value') return start
      open.push(sign)
      expected = sign === '[' ? 'first-value' : 'first-name'
    } else if (sign === ']' || sign === '}') {
      const empty = sign === ']' ? expected === 'first-value' : expected === 'first-name'
      if ((!empty && expected !== 'end') || open.pop() !== (sign === ']' ? '[' : '{')) return start
      expected = open.length > 0 ? 'end' : 'nothing'
    } else if (sign === ',') {
      if (expected !== 'end') return start
      expected = open.at(-1) === '[' ? 'value' : 'name'
    } else if (sign === ':') {
      if (expected !== 'colon') return start
      expected = 'value'
    } else if (text !== undefined && (expected === 'name' || expected === 'first-name')) expected = 'colon'
    else if (expected === 'value' || expected === 'first-value') expected = after
    else return start
    at = token.lastIndex
  }
}
