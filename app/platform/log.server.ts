import { pino, type Logger } from 'pino'

/** A logger that writes JSON lines to stderr and never the values of secrets or of confidential sources. */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'password',
          '*.password',
          'cookie',
          '*.cookie',
          'headers.cookie',
          'token',
          '*.token',
          'sessionSecret',
          'identity',
          '*.identity',
        ],
        censor: '[withheld]',
      },
    },
    pino.destination({ dest: 2, sync: false }),
  )
}
export type Log = Logger
