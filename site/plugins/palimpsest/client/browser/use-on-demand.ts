import { useCallback, useState, type ComponentType } from 'react'

/**
 * A part of the page whose code comes when it is first asked for. `load` must not change between renders. Without a network
 * the part stays undefined, and asking again tries again.
 */
export function useOnDemand<Props>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): readonly [ComponentType<Props> | undefined, () => void] {
  const [Part, setPart] = useState<ComponentType<Props>>()
  const ask = useCallback(() => {
    load().then(
      (loaded) => setPart(() => loaded.default),
      () => undefined,
    )
  }, [load])
  return [Part, ask]
}
