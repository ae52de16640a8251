/** What a model is asked: instructions that are the same for all sections of a lesson, then the turns of one section. */
export interface Prompt {
  readonly instructions: string
  readonly messages: readonly PromptMessage[]
}

export interface PromptMessage {
  readonly role: 'user' | 'assistant'
  readonly content: string
}
