// The declarations and the module name the same things: every export, every member of every class.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { library, root } from './place.mjs';

const declarations = readdirSync(join(root, 'library'), { recursive: true }).filter((name) => name.endsWith('.d.ts'));
const declared = declarations.map((name) => readFileSync(join(root, 'library', name), 'utf8')).join('\n');
const text = declared.replace(/\/\*\*[^]*?\*\//g, '').replace(/\/\/.*$/gm, '');

// Names declared in the body of a class: methods, accessors, properties; constructors left out.
function membersOf(body) {
  const members = new Set();
  let depth = 0;
  for (const line of body.split('\n')) {
    const found = depth === 0 && /^\s*(?:static |readonly |get |set )*(\w+)\s*[(:?]/.exec(line);
    if (found && found[1] !== 'constructor') members.add(found[1]);
    depth += (line.match(/[{(]/g) ?? []).length - (line.match(/[})]/g) ?? []).length;
  }
  return members;
}

const classes = new Map();
for (const [, name, , parent, body] of text.matchAll(/^export class (\w+)( extends (\w+))? \{\n([^]*?)^\}/gm)) classes.set(name, { parent, members: membersOf(body) });
const functions = new Set([...text.matchAll(/^export function (\w+)/gm)].map(([, name]) => name));

// What an object of the class has: accessors and methods along the chain, and what its constructor sets.
function actualMembers(Class, example) {
  const names = new Set(Object.getOwnPropertyNames(example ?? {}));
  for (let at = Class.prototype; at && at !== Object.prototype && at !== Error.prototype; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  for (const name of Object.getOwnPropertyNames(Class)) if (!['length', 'name', 'prototype'].includes(name)) names.add(name);
  names.delete('constructor');
  return names;
}

function declaredMembers(name) {
  const { parent, members } = classes.get(name);
  return new Set([...members, ...(classes.has(parent) ? declaredMembers(parent) : [])]);
}

const { OpzDisk, OpzKit, OpzProject, Project, GroovebenchError, buildBackup, openFile } = library;
const opz = OpzProject.create();
const kick = opz.pattern(1).track('kick');
const kit = OpzKit.create('kit.aif', new Int16Array(10), [[0, 10]]);
const project = Project.create();
const bank = project.bank(1);
const pattern = bank.pattern(1);
const { backup } = buildBackup();
const ep133 = backup.project(1), group = ep133.group('A');
const projectArchive = openFile('P01.tar', backup.member('projects/P01.tar'));
const examples = {
  Backup: backup, ProjectArchive: projectArchive, BackupProject: ep133, Group: group, Pad: group.pad(1), GroupPattern: group.pattern(1), GroupScene: ep133.scene(1),
  Sound: backup.sound(700),
  GroovebenchError: new GroovebenchError({ expected: 'a', found: 'b' }),
  MachineFile: project.markers, Bank: bank, Pattern: pattern, Track: pattern.track(1), Step: pattern.track(1).step(1),
  Part: bank.part(1), PartTrack: bank.part(1).track(1), Scene: bank.part(1).scene(1), Slot: project.flex(1), Project: project,
  OpzProject: opz, OpzPattern: opz.pattern(1), OpzTrack: kick, OpzStep: kick.step(1), OpzKit: kit, OpzSlice: kit.slice(1), OpzDisk: new OpzDisk([]),
};
const ofErrors = new Set(['stack', 'message', 'name']);

test('every export is declared, and every declaration exported', () => {
  assert.deepEqual([...classes.keys(), ...functions].sort(), Object.keys(library).sort());
});

for (const [name, example] of Object.entries(examples))
  test(`every member of ${name} is declared, and every declaration there`, () => {
    assert.equal(example.constructor.name, name);
    const actual = [...actualMembers(library[name], example)].filter((member) => name !== 'GroovebenchError' || !ofErrors.has(member));
    assert.deepEqual(actual.sort(), [...declaredMembers(name)].sort());
  });

test('every class has an example here', () => assert.deepEqual(Object.keys(examples).sort(), [...classes.keys()].sort()));
