/** The one other origin whose pages may call in these tests. */
export const friend = 'https://learn.example.org'
