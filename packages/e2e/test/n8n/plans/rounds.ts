/**
 * What starts by a date, the calendar, a segment, somebody’s hand, another journey; who want to send at once; journeys
 * that don't take everybody; and a split and a message that find their best.
 */
export const ROUNDS = `
segment svenska "Svenska" where customer.language == "sv"

journey rounds "Rounds" {
  timezone "Asia/Jerusalem"
  segment svenska

  stage only "Only" {
    enter on post.go
    automation dated "Dated" {
      1d before post.booked.until as parcel
      post.note(text: "dated", about: customer.email)
    }
    automation joined "Joined" {
      when in svenska
      post.note(text: "joined", about: customer.email)
    }
    automation daily "Daily" {
      every sunday, monday, tuesday, wednesday, thursday, friday, saturday at 12:00
      post.note(text: "daily", about: customer.email)
    }
    automation asked "Asked" {
      manually
      post.note(text: "asked", about: customer.email)
    }
    automation visits "Visits" {
      on post.bought
      run elsewhere
    }
  }
}

journey elsewhere "Elsewhere" {
  timezone "Asia/Jerusalem"

  stage there "There" {
    automation welcome "Welcome" {
      on post.go as go where go.plan == "elsewhere"
      post.note(text: "welcome", about: customer.email)
    }
  }
}

message question "Question" via post category utility {
  body "Well?"
  variant long 50% { subject "Question: what do you think of all this" }
  variant short 50% { subject "Question in a word" }
  winner by clicked after 1d, at least 2 each
}

journey best "Best" {
  timezone "Asia/Jerusalem"

  stage only "Only" {
    automation tries "Tries" {
      on post.go as go where go.plan == "best"
      split {
        50% hello {
          send hello
        }
        50% offer {
          send offer
        }
        winner by clicked after 1d, at least 2 each
      }
      send question
    }
  }
}

${wantsToSend('high', 'priority 10', tells())}
${wantsToSend('low', 'priority 1', tells())}
${wantsToSend('within', '', tells('later') + tells('sooner', 'priority 5'))}
${takesOne('queue', 'at once, then wait')}
${takesOne('few', 'per 1w')}
`;

/** A journey for one customer, till they buy. */
function takesOne(name: string, limit: string): string {
  return `
journey ${name} "Takes one" {
  timezone "Asia/Jerusalem"
  entries at most 1 ${limit}
  goal post.bought

  stage only "Only" {
    automation welcomes "Welcomes" {
      on post.go as go where go.plan == "one"
      post.note(text: "welcome", about: go.email)
    }
  }
}`;
}

function tells(name = 'tells', priority = ''): string {
  return `
    automation ${name} "Tells" {
      ${priority}
      on post.go as go where go.plan == "both"
      send news
    }`;
}

function wantsToSend(name: string, priority: string, automations: string): string {
  return `journey ${name} "${name}" {
  timezone "Asia/Jerusalem"
  quiet 20:00-10:00
  cap 1 message per 1d
  ${priority}

  stage only "Only" {${automations}
  }
}`;
}
