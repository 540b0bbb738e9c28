/**
 * The settings of one deployment and where each came from. Imports nothing of ours; everything that
 * is outside the JVM's own values (environment, JNDI, context parameters) comes in as an argument.
 */
@org.jspecify.annotations.NullMarked
package chatroom.config;
