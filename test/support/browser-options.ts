import chromium from '@sparticuz/chromium'

/**
 * How to start the headless Chromium of an npm package. Not with the package's own arguments, which are for serverless
 * functions: its single process ends with the first context that is closed.
 */
export async function browserOptions(): Promise<{ executablePath: string; args: string[] }> {
  return {
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
  }
}
