package org.resetscope.firewall.internal.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Says expressions and statements of nft's JSON in nft's words. */
final class NftJsonWords {

    private static final Pattern PLAIN = Pattern.compile("@?[\\w./:*-]+");

    private NftJsonWords() {
    }

    static String rule(JsonArray statements) {
        StringBuilder words = new StringBuilder();
        for (JsonElement statement : statements) {
            words.append(words.isEmpty() ? "" : " ").append(statement(statement));
        }
        return words.toString();
    }

    private static String statement(JsonElement element) {
        if (!element.isJsonObject()) {
            return "xt match " + quoted(element.getAsString()); // what nft itself cannot say in JSON
        }
        JsonObject object = element.getAsJsonObject();
        Map.Entry<String, JsonElement> entry = object.entrySet().iterator().next();
        JsonElement value = entry.getValue();
        JsonObject o = value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
        return switch (entry.getKey()) {
            case "match" -> expression(o.get("left")) + operator(o.get("op").getAsString()) + expression(o.get("right"));
            case "vmap" -> expression(o.get("key")) + " vmap " + expression(o.get("data"));
            case "accept", "drop", "continue", "return", "notrack" -> entry.getKey();
            case "jump", "goto" -> entry.getKey() + " " + o.get("target").getAsString();
            case "queue" -> "queue";
            case "counter" -> "counter";
            case "log" -> "log";
            case "limit" -> value.isJsonPrimitive() ? "limit name " + quoted(value.getAsString())
                    : "limit rate " + (is(o, "inv") ? "over " : "") + text(o, "rate") + "/" + text(o, "per");
            case "quota" -> value.isJsonPrimitive() ? "quota name " + quoted(value.getAsString())
                    : "quota " + (is(o, "inv") ? "over " : "") + text(o, "val") + " bytes";
            case "ct count" -> "ct count " + (is(o, "inv") ? "over " : "") + text(o, "val");
            case "reject" -> o.has("type") && o.get("type").getAsString().equals("tcp reset") ? "reject with tcp reset" : "reject";
            case "snat", "dnat", "masquerade", "redirect" -> translation(entry.getKey(), o);
            case "mangle" -> expression(o.get("key")) + " set " + expression(o.get("value"));
            case "flow" -> "flow add " + o.get("flowtable").getAsString();
            case "synproxy" -> "synproxy";
            case "set" -> dynamic(o);
            case "xt" -> "xt " + text(o, "type") + " " + quoted(text(o, "name"));
            case "ct helper", "ct timeout", "ct expectation", "meter", "last", "dup", "tproxy", "secmark" -> "counter";
            case "fwd" -> "fwd to x";
            default -> "xt match " + quoted(entry.getKey());
        };
    }

    private static String operator(String operator) {
        return operator.equals("in") ? " " : " " + operator + " ";
    }

    private static String translation(String kind, JsonObject o) {
        StringBuilder words = new StringBuilder(kind);
        if (o.has("addr") || o.has("port")) {
            String address = o.has("addr") ? expression(o.get("addr")) : "";
            boolean bracket = address.indexOf(':') >= 0 && address.indexOf(' ') < 0 && o.has("port");
            words.append(" to ").append(bracket ? "[" + address + "]" : address);
            if (o.has("port")) {
                words.append(':').append(expression(o.get("port")));
            }
        }
        if (o.has("flags")) {
            words.append(o.get("flags").toString().contains("random") ? " random" : "");
        }
        return words.toString();
    }

    private static String dynamic(JsonObject o) {
        StringBuilder words = new StringBuilder(text(o, "op")).append(' ').append(text(o, "set")).append(" { ").append(expression(o.get("elem")));
        if (o.has("stmt")) {
            o.getAsJsonArray("stmt").forEach(s -> words.append(' ').append(statement(s)));
        }
        return words.append(" }").toString();
    }

    private static String expression(JsonElement element) {
        if (element == null || element.isJsonNull()) {
            return "?";
        } else if (element.isJsonPrimitive()) {
            return element.getAsJsonPrimitive().isBoolean() ? element.getAsBoolean() ? "exists" : "missing" : quoted(element.getAsString());
        } else if (element.isJsonArray()) {
            return join(element.getAsJsonArray(), ",");
        }
        Map.Entry<String, JsonElement> entry = element.getAsJsonObject().entrySet().iterator().next();
        JsonElement value = entry.getValue();
        JsonObject o = value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
        return switch (entry.getKey()) {
            case "payload" -> o.has("protocol") ? text(o, "protocol") + " " + text(o, "field")
                    : "@" + text(o, "base") + "," + text(o, "offset") + "," + text(o, "len");
            case "meta", "rt", "socket" -> entry.getKey() + " " + text(o, "key");
            case "ct" -> "ct " + (o.has("dir") ? text(o, "dir") + " " : "") + (o.has("family") ? text(o, "family") + " " : "") + text(o, "key");
            case "fib" -> "fib " + (o.get("flags").isJsonArray() ? join(o.getAsJsonArray("flags"), " . ") : text(o, "flags")) + " " + text(o, "result");
            case "tcp option" -> "tcp option " + text(o, "name") + (o.has("field") ? " " + text(o, "field") : "");
            case "exthdr" -> "exthdr " + text(o, "name");
            case "numgen" -> "numgen " + text(o, "mode") + " mod " + text(o, "mod");
            case "jhash", "symhash" -> "symhash mod " + text(o, "mod");
            case "osf" -> "osf name";
            case "prefix" -> expression(o.get("addr")) + "/" + text(o, "len");
            case "range" -> join(value.getAsJsonArray(), "-");
            case "concat" -> join(value.getAsJsonArray(), " . ");
            case "set" -> elements(value);
            case "elem" -> expression(o.get("val"));
            case "map" -> expression(o.get("key")) + " map " + expression(o.get("data"));
            case "|" -> "(" + join(value.getAsJsonArray(), "|") + ")";
            case "&", "^", "<<", ">>" -> expression(value.getAsJsonArray().get(0)) + " " + entry.getKey() + " ("
                    + mask(value.getAsJsonArray().get(1)) + ")";
            default -> statement(element);
        };
    }

    private static String mask(JsonElement element) {
        return element.isJsonArray() ? join(element.getAsJsonArray(), "|") : expression(element);
    }

    /** Of a set, or of a map, where each is a pair. */
    static String elements(JsonElement all) {
        List<String> words = new ArrayList<>();
        if (!all.isJsonArray()) {
            return "{ " + expression(all) + " }";
        }
        for (JsonElement element : all.getAsJsonArray()) {
            boolean pair = element.isJsonArray() && element.getAsJsonArray().size() == 2;
            words.add(pair ? expression(element.getAsJsonArray().get(0)) + " : " + expression(element.getAsJsonArray().get(1)) : expression(element));
        }
        return "{ " + String.join(", ", words) + " }";
    }

    private static String join(JsonArray array, String between) {
        List<String> words = new ArrayList<>();
        array.forEach(e -> words.add(expression(e)));
        return String.join(between, words);
    }

    private static boolean is(JsonObject o, String name) {
        return o.has(name) && o.get(name).getAsBoolean();
    }

    private static String text(JsonObject o, String name) {
        return o.get(name).getAsString();
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "\"" + text.replace("\"", "") + "\"";
    }
}
