/** How many days can be looked back on, today among them. */
export const insightDaysMax = 365
