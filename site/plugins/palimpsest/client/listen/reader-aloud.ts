import type { SpokenSentence } from './read-sentences-of.ts'
import { findVoice } from './voices.ts'

/** What is read aloud: one section at a time on a page. */
export interface ReadingAloud {
  /** The section's id; undefined while nothing is read. */
  readonly section: string | undefined
  readonly paused: boolean
}

interface Recital {
  readonly section: string
  readonly language: string
  readonly sentences: readonly SpokenSentence[]
}

const silence: ReadingAloud = { section: undefined, paused: false }

/**
 * Speaks sentence by sentence with the browser's own voice. A pause forgets the sentence under way and resuming begins it
 * again, because browsers differ in whether they can hold one.
 */
export class ReaderAloud {
  #state = silence
  #recital: Recital | undefined
  #place = 0
  /** The utterance whose end counts: a cancelled one reports its end, too. */
  #speaking: SpeechSynthesisUtterance | undefined
  readonly #followers = new Set<() => void>()

  constructor() {
    window.addEventListener('pagehide', this.stop)
  }

  readonly getState = (): ReadingAloud => this.#state

  readonly subscribe = (run: () => void): (() => void) => {
    this.#followers.add(run)
    return () => this.#followers.delete(run)
  }

  /** Reads a section from its beginning; what was read before stops. */
  read(recital: Recital): void {
    this.#hush()
    this.#recital = recital
    this.#place = 0
    this.resume()
  }

  pause(): void {
    this.#hush()
    this.#become({ ...this.#state, paused: true })
  }

  resume(): void {
    this.#become({ section: this.#recital?.section, paused: false })
    this.#say()
  }

  readonly stop = (): void => {
    if (this.#recital === undefined) return
    this.#recital = undefined
    this.#hush()
    this.#become(silence)
  }

  /** The next sentence, unless there is none or its text has left the page. */
  #say(): void {
    const sentence = this.#recital?.sentences[this.#place]
    if (this.#recital === undefined || !sentence?.range.startContainer.isConnected) {
      this.stop()
      return
    }
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    utterance.lang = this.#recital.language
    utterance.voice = findVoice(this.#recital.language) ?? null
    utterance.addEventListener('end', () => this.#goOn(utterance))
    utterance.addEventListener('error', () => utterance === this.#speaking && this.stop())
    this.#speaking = utterance
    markSentence(sentence.range)
    window.speechSynthesis.speak(utterance)
  }

  #goOn(ended: SpeechSynthesisUtterance): void {
    if (ended !== this.#speaking) return
    this.#place += 1
    this.#say()
  }

  #hush(): void {
    this.#speaking = undefined
    window.speechSynthesis.cancel()
    markSentence(undefined)
  }

  #become(state: ReadingAloud): void {
    this.#state = state
    this.#followers.forEach((run) => run())
  }
}

const name = 'palimpsest-sentence'

/** Shows which sentence is read, where the browser can mark text without changing the page. */
function markSentence(range: Range | undefined): void {
  if (!('highlights' in CSS)) return
  if (range === undefined) {
    CSS.highlights.delete(name)
    return
  }
  CSS.highlights.set(name, new Highlight(range))
  const { top, bottom } = range.getBoundingClientRect()
  if (top < 0 || bottom > window.innerHeight) range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
