/** The tools: what a model can do with the tasks of a user. Independent of the protocol. */
package dev.taskstore.examples.chatbot.tool;
