import type { FiguresView } from '../../../admin-api/contract/index.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

type Step = FiguresView['stages'][number]

/** Stages are named by the catalogue, steps of the standard by the standard. */
export const useStepName = () => {
  const { t, pick } = useLanguage()
  const { steps } = t.figures
  return ({ step, name }: Pick<Step, 'step' | 'name'>): string =>
    name ? `${step} ${pick(name)}` : (steps[step as keyof typeof steps] ?? step)
}
