/** An MCP server over TaskStore: the commands. */
package dev.taskstore.examples.chatbot;
