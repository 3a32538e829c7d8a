// Holds JSON that the simulator answered against the TypeScript types of stripe-node, path by path.
// In, on stdin: [{"name":"a refund","type":"Stripe.Refund","json":{...}}]. Out: one complaint a line, or nothing.
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

// What was installed for the test stands in the working folder, not beside this file.
const installed = createRequire(path.join(process.cwd(), 'package.json'));
const ts = installed('typescript');

function compile(names) {
  const file = path.join(process.cwd(), 'probe.cts');
  const aliases = names.map((name, at) => `export type T${at} = ${name};`).join('\n');
  fs.writeFileSync(file, `import Stripe = require('stripe');\n${aliases}\n`);
  const options = {
    strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16,
  };
  const program = ts.createProgram([file], options);
  const source = program.getSourceFile(file);
  const wrong = program.getSemanticDiagnostics(source);
  if (wrong.length) throw new Error(ts.flattenDiagnosticMessageText(wrong[0].messageText, '\n'));
  const checker = program.getTypeChecker();
  const types = source.statements.filter(ts.isTypeAliasDeclaration).map(alias => checker.getTypeAtLocation(alias.name));
  return { checker, types, source };
}

function walker(checker, source) {
  const show = type => checker.typeToString(type, source).slice(0, 90);
  const isA = (type, flags) => (type.flags & flags) !== 0;

  /** All complaints about one value; a union is judged by the member that fits best. */
  function check(value, type, at) {
    if (type.isUnion()) return best(value, type.types, type, at);
    if (isA(type, ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return [];
    if (value === null) return isA(type, ts.TypeFlags.Null) ? [] : [`${at}: null, which is no ${show(type)}`];
    if (isA(type, ts.TypeFlags.Null | ts.TypeFlags.Undefined)) return [`${at}: ${JSON.stringify(value).slice(0, 60)} in place of null`];
    if (type.isIntersection() && type.types.some(part => isA(part, ts.TypeFlags.StringLike)))
      return typeof value === 'string' ? [] : [`${at}: no string`];
    if (isA(type, ts.TypeFlags.Object) || type.isIntersection()) return object(value, type, at);
    return primitive(value, type) ? [] : [`${at}: ${JSON.stringify(value).slice(0, 60)} is no ${show(type)}`];
  }

  function best(value, members, union, at) {
    let fewest = null;
    for (const member of members) {
      const found = check(value, member, at);
      if (found.length === 0) return found;
      const isObject = value !== null && typeof value === 'object' && isA(member, ts.TypeFlags.Object) && !isDecimal(member);
      const rank = (isObject ? differences(value, member) : 1000) * 1000 + found.length;
      if (!fewest || rank < fewest.rank) fewest = { rank, found };
    }
    const isPlain = value === null || typeof value !== 'object';
    return isPlain ? [`${at}: ${JSON.stringify(value)} is no ${show(union)}`] : fewest.found;
  }

  /** How many discriminating members (object, type, ...) differ: the wrong member of a union differs most. */
  function differences(value, type) {
    return type.getProperties().filter(property => {
      const wanted = checker.getTypeOfSymbolAtLocation(property, source);
      return wanted.isStringLiteral() && value[property.name] !== wanted.value;
    }).length;
  }

  // Amounts with decimals travel as strings; the library makes its own type of them.
  const isDecimal = type => type.symbol?.name === 'Decimal' || type.aliasSymbol?.name === 'Decimal';

  function object(value, type, at) {
    if (isDecimal(type)) return typeof value === 'string' ? [] : [`${at}: a decimal is sent as a string`];
    if (checker.isArrayType(type)) {
      if (!Array.isArray(value)) return [`${at}: no array`];
      const item = checker.getTypeArguments(type)[0];
      return value.flatMap((each, index) => check(each, item, `${at}[${index}]`));
    }
    if (typeof value !== 'object' || Array.isArray(value)) return [`${at}: ${JSON.stringify(value).slice(0, 60)} is no ${show(type)}`];
    const complaints = [];
    const index = checker.getIndexInfosOfType(type).find(info => isA(info.keyType, ts.TypeFlags.String));
    const known = new Set();
    for (const property of checker.getPropertiesOfType(type)) {
      known.add(property.name);
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      if (!(property.name in value)) {
        if (!optional) complaints.push(`${at}.${property.name}: missing`);
        continue;
      }
      const wanted = checker.getTypeOfSymbolAtLocation(property, source);
      complaints.push(...check(value[property.name], wanted, `${at}.${property.name}`));
    }
    for (const name of Object.keys(value).filter(each => !known.has(each))) {
      if (index) complaints.push(...check(value[name], index.type, `${at}.${name}`));
      else complaints.push(`${at}.${name}: ${show(type)} has no such member`);
    }
    return complaints;
  }

  function primitive(value, type) {
    if (type.isStringLiteral() || type.isNumberLiteral()) return value === type.value;
    if (isA(type, ts.TypeFlags.BooleanLiteral)) return String(value) === type.intrinsicName;
    if (isA(type, ts.TypeFlags.StringLike)) return typeof value === 'string';
    if (isA(type, ts.TypeFlags.NumberLike)) return typeof value === 'number';
    return isA(type, ts.TypeFlags.BooleanLike) && typeof value === 'boolean';
  }

  return check;
}

const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
const names = [...new Set(asked.map(each => each.type))];
const { checker, types, source } = compile(names);
const check = walker(checker, source);
for (const { name, type, json } of asked) {
  for (const complaint of check(json, types[names.indexOf(type)], name)) console.log(complaint);
}
