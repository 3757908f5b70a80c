/**
 * Draws boxes with rows and the links between them as SVG: layers from left to right, links at
 * right angles. It knows nothing of databases but the marks at the ends of links. No public method
 * here takes or returns null.
 */
package dev.taskstore.codegen.specification.diagram;
