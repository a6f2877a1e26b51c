/** A file of about that many bytes, with as many journeys as it takes; each has a message and a segment of its own. */
export function largeFile(bytes: number): string {
  const parts = ['system site "Site" uses form\nsystem mail "Mail" uses smoove\n'];
  for (let size = 0, index = 0; size < bytes; index++) {
    const part = journeyNumber(index);
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('');
}

function journeyNumber(index: number): string {
  return `
segment gold_${index} "Gold" where customer.language == "he"

message hello_${index} "Hello" via mail category utility {
  subject "Hello number ${index}"
  body "Hi {{customer.first_name | default "you"}}, welcome."
}

journey trip_${index} "Trip ${index}" {
  timezone "Asia/Jerusalem"

  stage first "First" {
    enter on site.signed_up
    touchpoint page "Page" on web by marketing {
      emotion +1
      pain "Too slow"
    }
    automation greet "Greet" {
      on site.signed_up as lead where known(lead.note)
      send hello_${index}
      wait 2d
      if opened(hello_${index}) or customer in gold_${index} {
        notify sales "Call {{lead.full_name}}."
      } else {
        send hello_${index}
        move to second
      }
    }
    kpi signups "Rate" = rate(site.signed_up of site.visited) per month, target >= 20%
  }
  stage second "Second" {
    touchpoint shop "Shop" on store by sales
  }
}
`;
}
