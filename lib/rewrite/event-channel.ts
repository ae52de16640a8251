/** A queue between the work and its reader: the work never waits for the reader. */
export interface EventChannel<Item> {
  readonly send: (item: Item) => void
  readonly close: () => void
  readonly items: AsyncIterable<Item>
}

export function createEventChannel<Item>(): EventChannel<Item> {
  const waiting: Item[] = []
  let closed = false
  let wake = (): void => {}

  async function* read(): AsyncGenerator<Item, void, undefined> {
    for (;;) {
      const item = waiting.shift()
      if (item !== undefined) yield item
      else if (closed) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  }
  return {
    send(item) {
      waiting.push(item)
      wake()
    },
    close() {
      closed = true
      wake()
    },
    items: read(),
  }
}
