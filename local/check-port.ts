import { createServer } from 'node:net'
import { CommandFailure } from './command-failure.ts'

const defaultPort = 3000

/** Fails early, before any slow step, if the port cannot be used. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(port, host, resolve)
  }).catch((error: unknown) => {
    throw describePortFailure(error, port)
  })
  await new Promise((resolve) => {
    probe.close(resolve)
  })
}

/** A one-line failure for Node's error, or the error itself if it is another one. */
export function describePortFailure(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reason =
    code === 'EADDRINUSE'
      ? 'is taken by another program'
      : code === 'EACCES'
        ? 'needs rights that you do not have'
        : undefined
  if (reason === undefined) return error
  const other = port === defaultPort + 1 ? defaultPort + 2 : defaultPort + 1
  return new CommandFailure(`Port ${port} ${reason}: choose another, for example PORT=${other} npm start`, {
    cause: error,
  })
}
