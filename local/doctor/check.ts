/** One thing that was looked at, and what to do where it is not as it should be. */
export interface Check {
  readonly name: string
  readonly state: 'ok' | 'warning' | 'wrong'
  /** What was found; never a secret. */
  readonly found: string
  readonly todo?: string
}

export const ok = (name: string, found: string): Check => ({ name, state: 'ok', found })
export const warning = (name: string, found: string, todo: string): Check => ({ name, state: 'warning', found, todo })
export const wrong = (name: string, found: string, todo: string): Check => ({ name, state: 'wrong', found, todo })
