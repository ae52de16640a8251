/** The device's voice for a language, or undefined where it has none or cannot speak. */
export function findVoice(language: string): SpeechSynthesisVoice | undefined {
  const [wanted] = language.toLowerCase().split('-')
  const voices = speaker()?.getVoices() ?? []
  return voices.find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === wanted)
}

/** Calls back when voices have come or gone: browsers find them after the page is there. */
export function onVoicesChange(run: () => void): () => void {
  speaker()?.addEventListener('voiceschanged', run)
  return () => speaker()?.removeEventListener('voiceschanged', run)
}

const speaker = (): SpeechSynthesis | undefined => ('speechSynthesis' in window ? window.speechSynthesis : undefined)
