/** The API that is used if `OPENAI_BASE_URL` is not set. */
export const openaiUrl = 'https://api.openai.com/v1'
