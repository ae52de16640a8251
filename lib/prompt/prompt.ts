/** A prompt: instructions that all sections of a lesson share, then the messages of one section. */
export interface Prompt {
  readonly instructions: string
  readonly messages: readonly PromptMessage[]
}

export interface PromptMessage {
  readonly role: 'user' | 'assistant'
  readonly content: string
}
