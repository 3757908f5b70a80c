/**
 * Draws boxes with rows and the links between them as SVG: boxes in layers from left to right,
 * links at right angles. The Eclipse Layout Kernel places the boxes and routes the links. Nothing
 * here depends on databases, except the crow's foot notation at the ends of links. No public method
 * takes or returns null.
 */
package dev.taskstore.codegen.specification.diagram;
