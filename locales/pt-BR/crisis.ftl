# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ajuda agora
crisis-call = Perigo? Ligar é grátis, mesmo sem crédito.
crisis-ask = O que está acontecendo? Toque em um botão.
crisis-voice = 🎤 Um áudio enviado agora chega logo ao posto.

crisis-topic-danger = ⚠️ Perigo agora
crisis-topic-violence = 🛑 Alguém me machuca
crisis-topic-child = 🧒 Criança em perigo
crisis-topic-alone-minor = 🎒 Menor sem família
crisis-topic-forced = 🔒 Alguém me obriga
crisis-topic-despair = 🌧️ Não aguento mais
crisis-topic-ill = 🚑 Estou muito mal
crisis-topic-shelter = 🛏️ Não tenho onde dormir

crisis-line-danger = Diga onde está: cidade, rua.
crisis-line-violence = { $n1522 }: violência, dia e noite.
crisis-line-child = { $n114 }: crianças, dia e noite.
crisis-line-alone-minor = { $n114 }: se você tem menos de 18 anos.
crisis-line-forced = { $n800290290 }: se alguém obriga você.
crisis-line-despair = Há ajuda, dia e noite.
crisis-line-ill = Passando muito mal? Diga onde está.
crisis-line-shelter = Sem cama ou comida? Diga ao posto.

crisis-also-danger = Não pode falar? Use o app "{ $n112 } Where ARE U".
crisis-also-violence = Não é culpa sua. Escrever aqui não é uma denúncia.
crisis-also-child = Não é uma notificação oficial: sem nomes, sem perguntas à criança.
crisis-also-alone-minor = Você tem direito a um lugar para viver e à escola.
crisis-also-forced = Não é culpa sua. Escrever aqui não é uma denúncia.
crisis-also-despair = Alguém machuca você? Ligue também para o { $n1522 }.
crisis-also-ill = Aqui não podemos dar conselhos médicos.
crisis-also-shelter = Não podemos prometer uma cama.
crisis-not-report = Isto não é denúncia nem notificação oficial.

crisis-unread = Ninguém leu ainda. Quer que uma pessoa leia?
crisis-offer = Ninguém sabe ainda. Você quer uma pessoa do posto?
crisis-nobody-reads = Agora ninguém lê: atendem { $n112 }, { $n1522 } e { $n114 }.
crisis-limits = Às vezes quem lê deve avisar outros. { $n1522 }: também sem nome.
crisis-is-it-now = O posto ainda não abriu a mensagem. É para ajuda agora?
crisis-sent = ✅ { $number }: está no posto, como urgente.
crisis-sent-unread = Ninguém leu ainda.
crisis-soft = Está em perigo? Aqui estão os números que atendem na hora:

crisis-yes-button = 🙋 Sim, uma pessoa
crisis-later-button = 🙋 Sim, quando abrir
crisis-now-button = 🆘 Sim, ajuda agora
crisis-more-button = ➕ Mais
# same as Italian
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ Voltar
crisis-exit-button = ✖️ Sair e apagar
# same as Italian
crisis-menu-button = 🏠 Menu

crisis-more-danger =
    Ligue já para o { $n112 }. É grátis, dia e noite.
    Falam muitas línguas. Funciona mesmo sem crédito.
    Diga onde está: cidade, rua, uma loja perto.
    Não pode falar? Use o aplicativo { $n112 } Where ARE U: dá para pedir ajuda em silêncio.
crisis-more-violence =
    Você está em perigo agora? Ligue para o { $n112 }.
    Alguém machuca você? Tem medo de alguém? Querem que você se case contra a sua vontade? A culpa não é sua.
    Ligue para o { $n1522 }: ajuda contra a violência. Grátis, confidencial, dia e noite. Também por chat: www.1522.eu
    Atendem também em português.
    Tem menos de 18 anos? Também pode ligar para o { $n114 }.
    Se puder, use um telefone que ninguém vigia.
crisis-more-child =
    Uma criança está em perigo agora? Ligue para o { $n112 }.
    O { $n114 } ajuda crianças e adultos: grátis, dia e noite, em muitas línguas.
    Você tem menos de 18 anos? Também pode ligar para o { $n19696 }. A culpa não é sua.
    Não escreva aqui o nome da criança. Não mande fotos.
    Trabalha em uma escola? Fale hoje com a direção.
crisis-more-alone-minor =
    Você está em perigo agora? Ligue para o { $n112 }.
    Você tem menos de 18 anos e a sua família não está aqui? Na Itália você tem direito a proteção, a um lugar para viver e à escola. Mesmo sem documentos.
    O { $n114 } ajuda você: grátis, dia e noite, em muitas línguas.
    Você não precisa contar como foi a viagem.
crisis-more-forced =
    Você está em perigo agora? Ligue para o { $n112 }.
    Alguém obriga você a trabalhar, a fazer sexo ou a pedir esmola? Ficou com os seus documentos? A culpa não é sua.
    { $n800290290 }: grátis, anônimo, dia e noite, em muitas línguas.
    Para problemas de trabalho: { $n800939000 }, de segunda a sexta-feira, 9:30–18:00.
    Se o número não funcionar, use outro telefone ou ligue para o { $n112 }.
crisis-more-despair =
    Pensa em morrer ou em se machucar? Ligue agora para o { $n112 }. Existe ajuda para você.
    Atendem dia e noite, em muitas línguas.
    Alguém machuca você? Pode ligar também para o { $n1522 }.
crisis-more-ill =
    Está passando muito mal ou com dificuldade para respirar? Ligue já para o { $n112 }.
    Diga onde está. Uma ambulância pode vir.
    Não é grave, mas precisa de médico à noite ou em feriado? Ligue para o { $n116117 }.
    Aqui não podemos dar conselhos médicos.
crisis-more-shelter =
    Você está em perigo? Está passando mal por causa do frio? Ligue para o { $n112 }.
    Não tem onde dormir? Não tem o que comer hoje? Diga ao posto de ajuda (sportello).
    O posto procura ajuda com você. Não pode prometer uma cama.
    Tem crianças com você? Diga logo.
crisis-more =
    Outros números grátis. Atendem de dia, de segunda a sexta-feira.
    { $n800901010 } UNAR: se alguém trata você mal por causa da sua origem.
    { $narci } ARCI: para quem pede asilo e para refugiados.
    Em perigo, ligue sempre para o { $n112 }.
crisis-exit-hint = "Sair e apagar" (ou /x) apaga as mensagens recentes. Para tirar toda a conversa: toque e segure a conversa na lista e escolha "Apagar" ("Elimina", "Delete").

crisis-neutral =
    Palavras italianas de hoje:
    il libro = o livro
    la finestra = a janela
    la mela = a maçã
