/** The integrator's key of the transcript, set for the length of its making only. */
export const exampleKey = 'an-example-key-of-yours'
