// Talks to the app's own server. Edits go one after the other, in the order of the keys.

export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

let queue = Promise.resolve();

async function call(method, path, body) {
  const options = { method, headers: {}, cache: "no-store" };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError(0, "gone", "the app does not answer; start samsvar review again");
  }
  const data = await response.json().catch(() => ({}));
  if (!response.ok) {
    const error = data.error ?? {};
    throw new ApiError(response.status, error.code ?? "", error.message ?? response.statusText);
  }
  return data;
}

const query = (values) =>
  "?" + new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));

export const get = (path, values = {}) => call("GET", "/api/" + path + query(values));
export const remove = (path) => call("DELETE", "/api/" + path);
export const address = (path, values = {}) => "/api/" + path + query(values);

/** Sends when all that was sent before is answered. */
export function post(path, body = {}, values = {}) {
  const answer = queue.then(() => call("POST", "/api/" + path + query(values), body));
  queue = answer.catch(() => {});
  return answer;
}
