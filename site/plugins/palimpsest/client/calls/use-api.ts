import { usePluginData } from '@docusaurus/useGlobalData'
import { useMemo } from 'react'
import type { Api } from './call-api.ts'

/** The API that the plugin's options name. */
export function useApi(): Api {
  const data = usePluginData('palimpsest') as { apiBase?: string } | undefined
  const base = data?.apiBase ?? ''
  return useMemo(() => ({ base, fetch: (input, init) => fetch(input, init) }), [base])
}
