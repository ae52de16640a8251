/** The model id under which the local demo writer answers; shown as such wherever a real model's name would stand. */
export const demoModel = 'demo-writer'
