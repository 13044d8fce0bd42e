// What stops a start and whoever runs the program can mend: told in sentences, without a stack.

export function startProblem(sentences: string) {
  return new Error(sentences, { cause: 'operator' })
}

export function isStartProblem(error: unknown): error is Error {
  return error instanceof Error && error.cause === 'operator'
}
