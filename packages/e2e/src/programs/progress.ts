import { InstallProblem, type InstallProgress } from './program.ts';

const reminderSeconds = 60;

/** Shows each step of one program's installation on the terminal: one line when it ends, a reminder each minute. */
export function consoleProgress(program: string): InstallProgress {
  return {
    async step(name, work) {
      const started = Date.now();
      const elapsed = () => duration(Date.now() - started);
      console.log(`${program}: ${name} …`);
      const reminder = setInterval(
        () => console.log(`${program}: still at it (${elapsed()})`),
        reminderSeconds * 1000,
      );
      try {
        const result = await work();
        console.log(`${program}: done in ${elapsed()}`);
        return result;
      } catch (error) {
        console.log(`${program}: failed after ${elapsed()}`);
        throw error;
      } finally {
        clearInterval(reminder);
      }
    },
  };
}

/** One sentence for the person at the terminal, whatever went wrong. */
export function sentence(error: unknown): string {
  if (error instanceof InstallProblem) return error.message;
  return error instanceof Error ? `Something went wrong that should not: ${error.message}` : String(error);
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
