/** A text of this length and of one kind. */
export type Growth = (length: number) => string

export const repeat =
  (unit: string): Growth =>
  (length) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** Opening signs, and then as many closing ones. */
export const nest =
  (open: string, close: string, inner = 'a'): Growth =>
  (length) => {
    const depth = Math.floor((length - inner.length) / (open.length + close.length))
    return open.repeat(depth) + inner + close.repeat(depth)
  }

/** Pieces made from their number. */
export const count =
  (write: (index: number) => string): Growth =>
  (length) => {
    let text = ''
    for (let index = 1; text.length < length; index += 1) text += write(index)
    return text.slice(0, length)
  }

export const after =
  (beginning: string, growth: Growth): Growth =>
  (length) =>
    beginning + growth(length - beginning.length)

export const lines = (unit: string): Growth => repeat(`${unit}\n`)
export const paragraphs = (unit: string): Growth => repeat(`${unit}\n\n`)
