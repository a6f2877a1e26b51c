import { fields, type VendorStandIn } from './call.ts';
import { route, type Route } from './routes.ts';

/** Smoove (rest.smoove.io/v1): contacts, lists and campaigns, behind a bearer key. */
export function smoove(): VendorStandIn {
  let lastId = 0;
  const made =
    (status: number): Route['answer'] =>
    (call) => {
      lastId += 1;
      return { status, body: { ...fields(call), id: lastId, timestamp: new Date(call.at).toISOString() } };
    };
  const routes: readonly Route[] = [
    { method: 'POST', path: '/v1/Contacts', answer: made(201) },
    { method: 'POST', path: '/v1/Lists', answer: made(201) },
    { method: 'POST', path: '/v1/Campaigns', answer: made(201) },
    { method: 'POST', path: '/v1/Messages', answer: made(201) },
    { method: 'PUT', path: '/v1/Contacts/:id', answer: made(200) },
    { method: 'POST', path: '/v1/Lists/:list/Subscribe', answer: made(200) },
  ];
  return behindKey(
    'rest.smoove.io',
    ({ authorization }) => Boolean(authorization?.startsWith('Bearer ')),
    routes,
  );
}

/** QuestionPro (api.questionpro.com/a/api/v2): surveys, responses and invitations, behind its `api-key` header. */
export function questionPro(): VendorStandIn {
  let lastId = 0;
  const made: Route['answer'] = (call) => {
    lastId += 1;
    return {
      status: 200,
      body: { response: { ...fields(call), id: lastId }, requestID: `request-${lastId}` },
    };
  };
  const survey = '/a/api/v2/surveys/:survey';
  const routes: readonly Route[] = [
    { method: 'GET', path: survey, answer: made },
    { method: 'GET', path: `${survey}/responses`, answer: () => ({ status: 200, body: { response: [] } }) },
    { method: 'POST', path: `${survey}/responses`, answer: made },
    { method: 'POST', path: `${survey}/emailinvitation`, answer: made },
    { method: 'POST', path: `${survey}/batches`, answer: made },
  ];
  return behindKey('api.questionpro.com', (headers) => Boolean(headers['api-key']), routes);
}

function behindKey(
  host: string,
  authorized: (headers: Readonly<Record<string, string>>) => boolean,
  routes: readonly Route[],
): VendorStandIn {
  return {
    hosts: [host],
    answer: (call) => {
      if (!authorized(call.headers)) return { status: 401, body: { message: 'Unauthorized' } };
      return route(routes, call) ?? { status: 404, body: { message: 'Not Found' } };
    },
  };
}
