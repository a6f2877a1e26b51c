import type { Plan } from './plan.ts';

/** Every kind of step, and every way in which one can go. Days are whole, what happens comes between them. */
export const CONSTRUCTS: readonly Plan[] = [
  {
    name: 'try_succeeds',
    steps: `try { send hello
      post.note(text: "fails 1", about: go.email) } retry 2 times every 1d on failure { send offer }
      send news`,
    events: [],
  },
  {
    name: 'try_gives_up',
    steps: `try { post.note(text: "fails 9", about: go.email) } retry 1 times every 1d on failure { send offer }
      send news`,
    events: [],
  },
  { name: 'backs_off', steps: 'post.note(text: "fails 2", about: go.email)\nsend hello', events: [] },
  {
    name: 'switches',
    steps: `switch go.color { when "red" { send hello } when "blue" { send news } otherwise { send offer } }
      switch { when go.color == "red" { stop } otherwise { send hello } }
      send offer`,
    data: { color: 'blue' },
    events: [],
  },
  {
    name: 'switch_stops',
    steps: 'switch { when go.color == "red" { stop } otherwise { send hello } }\nsend offer',
    data: { color: 'red' },
    events: [],
  },
  {
    name: 'for_each_notifies',
    steps: `for each one in ["a", "b", "c"] { post.note(text: one, about: go.email)
      notify sales "Call {{go.email}}" }
      send hello`,
    events: [],
  },
  {
    name: 'runs_and_moves',
    steps: 'run errand(person: go, what: "errand")\nmove to second\nwait 2d\nsend hello',
    events: [],
  },
  {
    name: 'exits',
    steps:
      'run errand(person: go, what: "never")\nif go.color == "red" { exit "red" } else { send news }\nsend offer',
    data: { color: 'red' },
    events: [],
  },
  {
    name: 'unsubscribes',
    steps: 'wait for post.bought up to 3d { timeout { send news } }\nsend hello',
    events: [{ day: 1.5, name: 'unsubscribed' }],
  },
  {
    name: 'waits_in_parallel',
    steps: `let begin = go.email
      parallel {
        branch { wait 2d
          send hello }
        branch { wait for post.bought up to 3d { timeout { send news } } }
        branch { wait 1d
          let said = "together"
          post.note(text: said, about: begin) }
      }
      post.note(text: "all", about: begin)`,
    events: [{ day: 1.5, name: 'bought' }],
  },
  {
    name: 'stops_in_parallel',
    steps: 'parallel { branch { wait 1d\nstop } branch { wait 2d\nsend hello } }\nsend offer',
    events: [],
  },
  {
    name: 'parallel_in_loop',
    steps:
      'repeat every 1d until post.bought, at most 2 times { parallel { branch { wait 1d\nsend hello } branch { send news } } }\nsend offer',
    events: [],
  },
];
