/** Whether it is a host's name or address, as it stands in a URL; no placeholder, no list, no pattern. */
export const isHost = (text: string): boolean =>
  /^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)$/i.test(text) && URL.canParse(`http://${text}`)
