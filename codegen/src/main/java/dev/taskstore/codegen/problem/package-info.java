/**
 * Problems of changelogs and configurations, collected so that one run reports all of them. No
 * method here takes or returns null.
 */
package dev.taskstore.codegen.problem;
