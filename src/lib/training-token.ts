/** Shaped like a real token; the stand-in of training and drills knows no other, and Telegram does not know it. */
export const trainingToken = '112000:gladi-made-up-token-no-real-bot-0000'
