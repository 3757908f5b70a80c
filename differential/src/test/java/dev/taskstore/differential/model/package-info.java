/**
 * What the library promises, in plain Java collections: written from the documentation and the
 * changelog, and of nothing of the library but the models that it hands out.
 */
package dev.taskstore.differential.model;
