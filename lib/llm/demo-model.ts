/** The model id of the local demo writer, shown wherever a real model's name would be. */
export const demoModel = 'demo-writer'
